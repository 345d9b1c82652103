"""Sample data of the demo. `sekadau_2019.csv` holds 49 real answer sheets of a published survey."""
