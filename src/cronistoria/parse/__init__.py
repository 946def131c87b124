"""Documents to sentences over Universal Dependencies: tokenise, run the shipped model, decode trees and entities."""
