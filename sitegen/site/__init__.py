"""The plan of every page: paths, links, views and what each template is shown."""
