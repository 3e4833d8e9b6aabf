"""Words that say little about what a text is about, as they stand in news: function words, and words of reporting.

Forms, not lemmas, as `pipeline.text.words.words` returns them. Numbers and negations are not here: they matter.
"""

_UKRAINIAN = """
    а аби або авжеж адже але ані б без би біля бо був буде будемо будете будеш буду будуть були було була бути в вам
    вами вас ваш ваша ваше вашого вашої ваші ввесь вже ви від він вона вони воно все всього всьому всю вся всі всіх всім
    всіма втім г де деякий деякі деяких для до доки дуже е є ж же з за завдяки задля заради зі зокрема зараз знову й
    його йому і із інша інше інший інших інші іншого її їй їх їхній їхня їхнє їхні їхніх їхнього їхньої їм ними ним ній
    нього неї них кожен кожна кожне кожного кожної крім коли кому котрий котра котрі куди лише майже має мають мав мала
    мали мати між мене мені мій моя моє мої мого моєї ми можна може можуть мною на навіть над нам нами наразі нас наш
    наша наше нашого нашої наші наших нашим неначе ніби ну о об обидва обидві однак от отже ото оце ось під після по
    поблизу поки понад поза проте про при протягом перед перш раніше разом раз саме сам сама саме самі свій своя своє
    свого своєї своєму свою свої своїх своїм своїми себе собі собою серед стосовно та так така таке такий також такого
    такої такому таку такі таких таким такими там те теж тепер ти тим тими тих ті тій тільки то тобі тобто того тоді тож
    той тому тощо треба туди тут у увесь уже усе усього усю уся усі усіх усім усіма хай хіба хоч хоча хто це цей цього
    цьому цю ця ці цій цих цим цими цієї чи чий чим чому чого через чи що щоб щодо щойно щось я як яка яке який якого
    якої якому яку якась якесь якийсь які яких яким якими якій якщо якби
    повідомив повідомила повідомили повідомляє повідомляють повідомляється повідомило заявив заявила заявили зазначив
    зазначила зазначили зазначає зазначається розповів розповіла розповіли сказав сказала сказали каже пише пишуть
    пояснив пояснила пояснили додав додала додали наголосив наголосила наголосили підкреслив підкреслила передає
    йдеться ідеться словами даними нагадаємо
"""

_ENGLISH = """
    a about above according across after again against all along already also although am amid among an and another any
    are around as at be because been before being below between both but by can could did do does doing down during
    each either else even ever every few for from further get gets got had has have having he her here hers herself him
    himself his how however i if in into is it its itself just least less like made make makes many may me meanwhile
    might more most much must my myself near of off on once one only onto or other others our ours ourselves out over
    own per quite rather same she should since so some such than that the their theirs them themselves then there these
    they this those though through thus to together too toward towards under until up upon us very via was we well were
    what when where whether which while who whom whose why will with within would yet you your yours
    said say says saying told tells added adds noted notes reported reports reportedly explained stressed emphasized
    stated
"""

STOP_WORDS = {"uk": frozenset(_UKRAINIAN.split()), "en": frozenset(_ENGLISH.split())}
"""By language; what is not a key has none."""
