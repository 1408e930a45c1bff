"""Persons in English news: where an article names one, and which names are one person's."""

from tongsa.people.cluster import cluster
from tongsa.people.persons import Doubt, People, Person, people
from tongsa.people.spot import Mention, spot

__all__ = ["Doubt", "Mention", "People", "Person", "cluster", "people", "spot"]
