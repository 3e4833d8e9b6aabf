"""The folder of a training: held by one process, and what lies where in it.

OUT/training.json       which training this is
OUT/vocabulary/         tokenizer files
OUT/checkpoint.pt       to go on from; OUT/before-cooling.pt: from where the rate had not begun to fall
OUT/log.jsonl           what happened; OUT/curves.svg the same to look at
OUT/model/              the best model so far, ready for use
"""

VOCABULARY, MODEL, CURVES = "vocabulary", "model", "curves.svg"
