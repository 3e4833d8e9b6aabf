"""Ukrainian sentences into English ones: as many out as in, none lost, none paid for twice."""
