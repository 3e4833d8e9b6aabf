"""Which word of a sentence is which word of its translation: cheap evidence that something was moved or left out."""
