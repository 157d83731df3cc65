"""What one viewer sees: built up from nothing, from fields marked visible. Desks, bots and the network see only this."""
