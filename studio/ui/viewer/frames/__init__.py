"""The picture on the screen of a device."""
