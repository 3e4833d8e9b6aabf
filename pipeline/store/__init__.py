"""What lasts: the memory across runs, the ledger within one, and the publishing of a finished one."""
