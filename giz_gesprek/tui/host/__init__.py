"""What a screen may want of the application. Knows no screen."""
