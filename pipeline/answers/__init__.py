"""What an output folder answers: SQL, records by their ids, the tables described, a person asked about its warnings."""
