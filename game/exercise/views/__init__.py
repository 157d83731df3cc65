"""What one viewer sees: built up from nothing, from fields marked visible. Desks and bots see only this."""
