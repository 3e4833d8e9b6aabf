"""Let `python -m pipeline` do what `tezy` does."""

from pipeline.cli.main import main

if __name__ == "__main__":
    main()
