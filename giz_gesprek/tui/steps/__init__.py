"""The bodies of the conversation screen, one a kind of step."""
