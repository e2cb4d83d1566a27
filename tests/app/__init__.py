"""Tests of studio.app."""
