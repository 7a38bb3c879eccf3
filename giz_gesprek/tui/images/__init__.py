"""Real pictures in a terminal that can show them: what it is asked, and the codes that it knows.

Knows terminals and pixels, and neither Textual nor what is drawn: a picture comes as the PNG of a
pictogram. All of it is loaded when it is needed.
"""
