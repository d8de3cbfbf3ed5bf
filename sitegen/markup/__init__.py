"""What authors and readers wrote, made safe to show: LaTeX to MathML and plain text, Markdown to HTML."""
