"""Surnames with an established English spelling that no rule gives, whoever bears them."""

_ESTABLISHED = """
    Зеленський Zelenskyy
    Зеленська Zelenska
    Кличко Klitschko
    Яценюк Yatsenyuk
    Гройсман Groysman
    Коломойський Kolomoisky
    Саакашвілі Saakashvili
    Найєм Nayyem
    Умєров Umerov
    Джемілєв Dzhemilev
    Джамала Jamala
    Ґонґадзе Gongadze
    Гонгадзе Gongadze
    Малевич Malevich
    Сікорський Sikorsky
    Гоголь Gogol
    Булгаков Bulgakov
    Прокоф'єв Prokofiev
    Архипенко Archipenko
    Айвазовський Aivazovsky
    Вернадський Vernadsky
    Горовиць Horowitz
    Чайковський Tchaikovsky
"""
_BY_KEY = {ukrainian.lower(): english for ukrainian, english in map(str.split, _ESTABLISHED.strip().splitlines())}


def established_spelling(nominative: str) -> str:
    """Return the established spelling of a surname in small letters; nothing if it has none."""
    return _BY_KEY.get(nominative, "")
