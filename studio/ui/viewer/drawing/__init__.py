"""Drawing over the picture that the viewer shows: what marks and regions share."""
