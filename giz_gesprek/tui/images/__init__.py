"""Real pictures in a terminal that can show them: asking it, and the codes that it understands.

Knows terminals and pixels, and neither Textual nor what is drawn: a picture comes as the PNG of a
pictogram. All of it is loaded when it is needed.
"""
