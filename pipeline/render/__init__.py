"""What is published: the page, Markdown, the mail, and the records for machines."""

from pipeline.render.digest import write_digest
from pipeline.render.night_text import NightText
from pipeline.render.verify import verify_digest

__all__ = ["NightText", "verify_digest", "write_digest"]
