"""Proofroom: the desktop studio for pictures that cost money per call."""
