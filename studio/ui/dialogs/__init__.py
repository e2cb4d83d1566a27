"""Cards and dialogs: a key, the settings, the prices. Import the modules where they are opened."""
