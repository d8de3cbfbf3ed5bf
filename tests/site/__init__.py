"""Tests of the plan and the views of every page."""
