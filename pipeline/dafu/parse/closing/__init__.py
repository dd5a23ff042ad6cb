"""What stands below the body: signature, dates, contacts, copies."""
