"""Markup: what authors wrote, made safe to show."""
