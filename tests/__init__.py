"""Tests mirror app/hallway; architecture keeps its walls, journeys walk whole stories, bench measures."""
