"""The version: read by the build, the facade and the producer of every record."""

__version__ = "0.1.0"
