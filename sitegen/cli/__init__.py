"""The command line: arguments in, printing and exit codes out."""
