"""From what newsrooms really have to raw documents: files, folders, pages, tables, feeds, standard input."""

from pipeline.ingest.files import find_files
from pipeline.ingest.fingerprint import input_fingerprint
from pipeline.ingest.read import read_documents
from pipeline.ingest.standard_input import spool_standard_input

__all__ = ["find_files", "input_fingerprint", "read_documents", "spool_standard_input"]
