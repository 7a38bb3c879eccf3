"""The terminal application: screens, widgets and the session behind them."""
