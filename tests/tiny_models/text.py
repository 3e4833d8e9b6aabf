"""A little news of our own in both languages: what the tiny tokenizers are trained on and the tests translate."""

UKRAINIAN = """\
Міська рада Полтави ухвалила бюджет на наступний рік.
Депутати голосували за документ майже три години.
На ремонт шкіл передбачили 120 мільйонів гривень, а на дороги — удвічі менше.
«Ми почули кожного, хто прийшов на слухання», — сказала міська голова.
Опозиція вважає, що грошей на лікарні замало.
У неділю вранці над річкою стояв густий туман.
Рятувальники знайшли двох рибалок, які заблукали на човні.
За словами лікарів, обоє почуваються добре.
Поїзд із Харкова запізнився на сорок хвилин через негоду.
Пасажирам запропонували гарячий чай і безкоштовний квиток.
Президент Володимир Зеленський зустрівся з прем'єр-міністром Данії.
Сторони обговорили спільне виробництво безпілотників.
Угоду планують підписати до кінця листопада 2025 року.
Курс долара зріс на 0,3 відсотка, євро подешевшав.
Національний банк пояснив це попитом на валюту.
Учні сільської школи виграли конкурс із робототехніки.
Їхній робот сам збирає яблука та сортує їх за розміром.
Учителька каже, що діти працювали над ним цілу зиму.
Уряд обіцяє компенсувати громадам витрати на опалення.
Наприкінці тижня синоптики прогнозують дощ і сильний вітер.
Музей відкриє виставку стародавніх карт, привезених із Кракова.
Вхід буде вільним для студентів, пенсіонерів та військових.
Команда гостей забила два м'ячі у першому таймі.
Тренер визнав, що захист помилявся надто часто.
Поліція розслідує крадіжку з ювелірної крамниці на вулиці Соборній.
Слідчі вилучили записи з камер спостереження.
Підозрюваному загрожує до семи років позбавлення волі.
Фермери зібрали рекордний урожай гречки.
Ціна на хліб, однак, не зменшилася.
Інженери перевірили міст після повені й дозволили рух автобусів.
"""

ENGLISH = """\
The Poltava city council has approved the budget for the coming year.
Councillors debated the document for almost three hours.
Repairs to schools will receive 120 million hryvnias, and roads half as much.
"We have heard everyone who came to the hearing," the mayor said.
The opposition believes that too little money goes to hospitals.
On Sunday morning a thick fog stood over the river.
Rescuers found two fishermen who had lost their way in a boat.
According to the doctors, both are feeling well.
The train from Kharkiv was forty minutes late because of bad weather.
Passengers were offered hot tea and a free ticket.
President Volodymyr Zelenskyy met the prime minister of Denmark.
The parties discussed the joint production of drones.
The agreement is to be signed by the end of November 2025.
The dollar rose by 0.3 per cent, and the euro became cheaper.
The National Bank explained this by the demand for currency.
Pupils of a village school have won a robotics contest.
Their robot picks apples by itself and sorts them by size.
The teacher says the children worked on it all winter.
The government promises to repay communities for heating.
Forecasters expect rain and a strong wind at the end of the week.
The museum will open an exhibition of old maps brought from Krakow.
Entrance will be free for students, pensioners and soldiers.
The visiting team scored two goals in the first half.
The coach admitted that the defence made mistakes too often.
Police are investigating a theft from a jewellery shop in Soborna Street.
Investigators seized recordings from security cameras.
The suspect faces up to seven years in prison.
Farmers have gathered a record harvest of buckwheat.
The price of bread, however, has not fallen.
Engineers checked the bridge after the flood and let buses cross it.
"""


def sentences() -> list[str]:
    """Return the Ukrainian sentences, one item a line."""
    return UKRAINIAN.splitlines()
