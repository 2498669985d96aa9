"""Names that may be spellings of one organisation, and names that only look alike."""

from __future__ import annotations

import pytest

from hallway.domain.organisation_names import may_be_same

ONE = (
    ("Lund University", "Lunds universitet"),
    ("Lund University", "Uni Lund"),
    ("The University of Oslo", "Oslo University"),
    ("Universität Zürich", "University of Zurich"),
    ("Université de Genève", "University of Geneve"),
    ("Universidad de Chile", "University of Chile"),
    ("Halden Inst. of Technology", "Halden Institute of Technology"),
    ("Halden", "Halden Institute"),
    ("MIT", "Massachusetts Institute of Technology"),
    ("M.I.T.", "Massachusetts Institute of Technology"),
    ("ETH Zürich (ETHZ)", "ETHZ"),
    ("ETH Zürich (ETHZ)", "ETH Zurich"),
    ("Norwegian University of Science and Technology (NTNU)", "NTNU"),
    ("Imperial College", "Imperial College London"),
    ("Halden Institute", "Halden Institute of Technology"),
    ("Stratus", "Stratus Analytics"),
    ("Dept. of Physics, Lund", "Department of Physics, Lund"),
    ("Loom Lab", "Loom Laboratory"),
    ("Loom Lab", "Loom Lab, Lund University"),
    ("Centre for Heat Studies", "Center for Heat Studies"),
)
NOT_ONE = (
    ("Lund University", "Oslo University"),
    ("Lund University", ""),
    ("University", "College"),
    ("Uni", "University"),
    ("Lund University", "Division of Water Resources, Lund University"),
    ("Lund University", "Lund University, Department of Physics"),
    ("Lund University", "Lund University Hospital"),
    ("Lund University", "Faculty of Engineering at Lund University"),
    ("Lund University", "Institute of Water, Lund University"),
    ("Lund University", "Lund University Press"),
    ("Department of Physics", "Department of Physics, Lund University"),
    ("Department of Physics", "Faculty of Physics"),
    ("Department of Physics", "Physics"),
    ("Halden Institute", "Halden Hospital"),
    ("Halden Institute", "Halden University"),
    ("London University", "University College London"),
    ("Mit", "Massachusetts Institute of Technology"),
    ("Lund University (LU)", "Luleå University (LU)"),
    ("Norway", "Water Authority of Norway"),
    ("Oslo", "Oslo Centre for Heat"),
)


@pytest.mark.parametrize(("first", "second"), ONE)
def test_they_may_be_one(first: str, second: str) -> None:
    assert may_be_same(first, second)
    assert may_be_same(second, first)


@pytest.mark.parametrize(("first", "second"), NOT_ONE)
def test_they_only_look_alike(first: str, second: str) -> None:
    assert not may_be_same(first, second)
    assert not may_be_same(second, first)
