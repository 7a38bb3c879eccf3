"""Small screens over the conversation that answer one thing. All their words come from content."""
