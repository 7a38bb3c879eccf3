"""The process that speaks: engines and the sound device live here and nowhere else.

Run as ``python -m giz_gesprek.speech.worker ENGINE``; it talks in the lines of
:mod:`giz_gesprek.speech.protocol`. It ends when its input does.
"""
