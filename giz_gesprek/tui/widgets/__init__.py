"""Parts that several screens use.

They get data and send messages; they read no file and no store.
"""
