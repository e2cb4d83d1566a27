"""Jobs: bounded, durable, stoppable."""
