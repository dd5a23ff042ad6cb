"""OCR: page images to printed lines. One small interface (`engine.Engine`), one engine behind it."""
