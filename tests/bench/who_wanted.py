"""Articles, calls and openings, each with the people who would want it: twelve fields, each known in five ways.

In each field one person is known by a topic, one by another topic, one by a talk, one by what was spoken of, one by
their work. The texts say it in words of their own: other endings, near words, abbreviations. Between the fields stand
people with things in common with several of them. All of it is made up.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Field(NamedTuple):
    """How five people of a field are known, and five texts they would want."""

    topic: str
    other_topic: str
    talk: str
    spoken: str
    work: str
    texts: tuple[str, str, str, str, str]


FIELDS: Final = (
    Field("urban heat", "street trees", "Who gets the shade in summer?", "On cooling by awnings and courtyards",
          "Urban climate", (
        "Shading and heat islands: how canopy cools pedestrian streets",
        "Urban forests lower night temperatures in dense cities",
        "Call: cool courtyards, shaded streets and public space in a warming climate",
        "UHI mapping with thermal cameras", "Awnings and trees as cooling measures for city summers")),
    Field("natural language processing", "clinical text mining", "Reading discharge letters by machine",
          "On language models for short notes", "Computational linguistics", (
        "NLP for hospital discharge letters", "Large language models that summarise clinical notes",
        "Postdoc in computational linguistics and text mining", "Mining free-text records with LLM",
        "Annotating medical language: a corpus of letters")),
    Field("mixed-effects models", "repeated measurements", "Random slopes without tears",
          "On multilevel models for nested plots", "Biostatistics", (
        "Hierarchical modelling of repeated measures", "Fitting mixed models with crossed random effects",
        "A tutorial on multilevel regression for longitudinal data", "Random slopes in nested designs",
        "Biostatistician position: longitudinal and clustered data")),
    Field("citizen science", "low-cost sensors", "What volunteers measure, and what they leave",
          "On calibrating cheap sensors with schools", "Open sensor library", (
        "Participatory monitoring networks: who volunteers", "Calibration of low-cost air sensors by communities",
        "Community science for air pollution in schools", "Open hardware sensors: a call for case studies",
        "Volunteers and data quality in participatory research")),
    Field("coral reefs", "marine ecology", "Bleaching on the outer reef", "On fish counts along the reef",
          "Marine biology station", (
        "Reef bleaching after marine heatwaves", "Counting fish on coral reefs with divers and drones",
        "Marine ecologists wanted for a reef survey", "Larval dispersal between reefs",
        "Bleached corals recover with fish diversity")),
    Field("labour history", "oral history", "Weavers on strike, told by their children",
          "On archives of the textile unions", "Economic history", (
        "Strikes and unions in textile towns", "Interviews with weavers: oral histories of work",
        "Archives of labour movements: a fellowship", "Union records and working-class memory",
        "A history of wages in weaving mills")),
    Field("protein folding", "structural biology", "A chaperone at work", "On cryo images of membrane proteins",
          "Structural biochemistry", (
        "Chaperones guide the folding of membrane proteins", "Cryo-electron microscopy of misfolded proteins",
        "PhD position in structural biochemistry", "Proteomics of chaperone clients",
        "Folding intermediates seen by cryo imaging")),
    Field("earthquake early warning", "seismology", "Seconds before the shaking",
          "On dense seismic networks with phones", "Earth observatory", (
        "Smartphone seismic networks warn of earthquakes", "Early warnings for earthquakes in cities",
        "Seismologists for a dense array on the fault", "Shaking maps from phones", "Faults, stress and seismicity")),
    Field("migration policy", "refugee education", "Schools that newcomers choose", "On language classes for refugees",
          "Migration studies", (
        "Refugees in schools: language classes and belonging", "Policies on migrants and access to education",
        "Call: newcomers, schooling and integration", "Teaching language to young refugees",
        "Migration governance in municipalities")),
    Field("battery materials", "solid electrolytes", "Sodium instead of lithium", "On dendrites in lithium cells",
          "Electrochemistry", (
        "Sodium batteries with solid electrolytes", "Dendrite growth in lithium cells under pressure",
        "Electrochemists wanted: ageing of battery electrodes", "Ionic conductors for solid cells",
        "Lithium plating and cell failure")),
    Field("bird migration", "ornithology", "Storks that stay the winter", "On ringing storks along the coast",
          "Ornithological station", (
        "Tracking storks across the strait", "Wintering birds move north: ring recoveries",
        "Field assistants for an ornithological station", "Flyways and stopovers of wading birds",
        "Ringing data reveal shifts in bird migration")),
    Field("digital humanities", "medieval manuscripts", "Reading marginalia with cameras",
          "On handwriting recognition for charters", "Manuscript library", (
        "Handwritten text recognition for medieval charters", "Marginalia in manuscripts: imaging and transcription",
        "A fellowship in digital editions of manuscripts", "Charters, scribes and image recognition",
        "Multispectral cameras read erased medieval text")),
)  # fmt: skip

AMONG: Final = (
    ("climate communication", "On language for climate news"), ("school gardens", "On trees and birds in schools"),
    ("statistics teaching", "On history of statistics"), ("museum networks", "On archives and cameras"),
    ("materials for textiles", "On cells and fabrics"), ("coastal cities", "On shade, coasts and courtyards"),
    ("mobile phones", "On phones in class"), ("policy modelling", "On models of wages"),
    ("night trains", "On early trains"), ("open libraries", "On open hardware and libraries"),
)  # fmt: skip
"""People between the fields: a topic that shares a word with one, and a talk that shares a word with another."""
