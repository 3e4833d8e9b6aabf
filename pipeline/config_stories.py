"""The parts of the configuration that say how stories are made, ordered and put into sections."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

MOST_EARLIER_NIGHTS = 60
"""The most that `stories.earlier_nights` may be: what is older is forgotten."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Topic(_Section):
    """What the desk looks for: a story is on it if its headline, lead or key points have one of `words`.

    A word stands for all its forms, in the language in which it is written; several words in one text, for all of them
    together. `weight` is what each topic adds to a story's importance.
    """

    name: str
    name_uk: str = ""
    words: list[str]
    weight: Annotated[float, Field(ge=-10, le=10)] = 0.0


class ImportanceConfig(_Section):
    """What each reason for a story's place counts."""

    sources: Annotated[float, Field(ge=0, le=10)] = 1.0
    recency: Annotated[float, Field(ge=0, le=10)] = 1.0
    prominence: Annotated[float, Field(ge=0, le=10)] = 0.5
    topics: Annotated[float, Field(ge=0, le=10)] = 1.0


def _topic(name: str, name_uk: str, words: str) -> Topic:
    return Topic(name=name, name_uk=name_uk, words=[word.strip() for word in words.split(",")])


DEFAULT_SECTIONS = [
    _topic(
        "War",
        "Війна",
        "missile, drone, shelling, strike, troops, soldiers, front, military, army, air defense, ceasefire, prisoners, "
        "ракета, дрон, безпілотник, обстріл, удар, війська, військові, фронт, армія, ППО, перемир'я, полонені",
    ),
    _topic(
        "Politics",
        "Політика",
        "parliament, president, minister, election, vote, law, court, sanctions, diplomacy, ambassador, summit, "
        "Рада, парламент, президент, міністр, вибори, закон, суд, санкції, дипломатія, посол, саміт",
    ),
    _topic(
        "Economy",
        "Економіка",
        "economy, budget, bank, price, export, trade, company, energy, gas, oil, tax, investment, billion, port, "
        "harvest, економіка, бюджет, банк, ціна, експорт, торгівля, компанія, енергетика, газ, нафта, податок, "
        "інвестиції, порт, врожай",
    ),
    _topic(
        "Society",
        "Суспільство",
        "school, hospital, doctor, city, children, residents, university, health, road, bridge, volunteers, "
        "школа, лікарня, лікар, місто, діти, мешканці, університет, здоров'я, дорога, міст, волонтери",
    ),
    _topic(
        "Culture",
        "Культура",
        "museum, archive, film, book, theater, music, language, history, archaeologists, festival, braille, "
        "музей, архів, фільм, книга, театр, музика, мова, історія, археологи, фестиваль, шрифт",
    ),
    _topic(
        "Science",
        "Наука",
        "scientists, research, study, species, space, climate, glacier, fossil, "
        "науковці, учені, вчені, дослідження, вид, космос, клімат, льодовик, викопний",
    ),
]


class StoriesConfig(_Section):
    """How articles become stories, and in which order these stand.

    `model` is `terms`, or the name of a model card whose vectors articles are compared by. `lock` is no key: see
    `pipeline.config.GenerationConfig`.
    """

    _lock: Path | None = PrivateAttr(default=None)

    model: str = "terms"
    earlier_nights: Annotated[int, Field(ge=0, le=MOST_EARLIER_NIGHTS)] = 7
    points: Annotated[int, Field(ge=1, le=10)] = 3
    front: Annotated[int, Field(ge=0, le=50)] = 3
    importance: ImportanceConfig = ImportanceConfig()
    sections: list[Topic] = DEFAULT_SECTIONS
    topics: list[Topic] = []

    @property
    def lock(self) -> Path | None:
        """The lock of the model named here; None is the one that the bundled configurations share."""
        return self._lock
