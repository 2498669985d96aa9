"""Folders that others write to are recognised by their disk, their path and what services leave there."""

from __future__ import annotations

import pytest

from hallway.domain.shared_folders import Kind, judge

TWELVE = [
    ("nfs4", "/home/ines/.local/share/hallway", (), Kind.NETWORK, "NFS"),
    ("cifs", "/mnt/institute/hallway", (), Kind.NETWORK, "SMB"),
    ("smb3", "/mnt/institute/hallway", (), Kind.NETWORK, "SMB"),
    ("fuse.sshfs", "/mnt/cluster/hallway", (), Kind.NETWORK, "SSH"),
    ("9p", "/mnt/c/hallway", (), Kind.NETWORK, "9P"),
    ("ext4", "/home/ines/Dropbox/hallway", (), Kind.SYNCED, "Dropbox"),
    ("ntfs", "C:/Users/ines/OneDrive - Ostra University/hallway", (), Kind.SYNCED, "OneDrive"),
    ("apfs", "/Users/ines/Library/Mobile Documents/hallway", (), Kind.SYNCED, "iCloud"),
    ("apfs", "/Users/ines/Library/CloudStorage/x/hallway", (), Kind.SYNCED, "a cloud service"),
    ("btrfs", "/home/ines/Documents/hallway", (".stfolder",), Kind.SYNCED, "Syncthing"),
    ("ext4", "/home/ines/work/hallway", (".sync_7f0a11c09b.db",), Kind.SYNCED, "Nextcloud"),
    ("ext4", "/home/ines/Dropbox (Ostra)/hallway", (), Kind.SYNCED, "Dropbox"),
]


@pytest.mark.parametrize(("disk", "path", "marks", "kind", "name"), TWELVE)
def test_f9_each_of_twelve_folders_is_recognised(
    disk: str, path: str, marks: tuple[str, ...], kind: Kind, name: str
) -> None:
    found = judge(disk, path.split("/"), marks)
    assert found is not None and (found.kind, found.name) == (kind, name)


@pytest.mark.parametrize(
    ("disk", "path", "marks"),
    [
        ("ext4", "/home/ines/.local/share/hallway", (".bashrc", ".config", ".ssh", ".git")),
        ("tmpfs", "/tmp/hallway", (".X11-unix",)),
        ("apfs", "/Users/ines/Library/Application Support/hallway", (".DS_Store",)),
        ("ntfs", "C:/Users/ines/AppData/Local/hallway", ()),
        ("", "/home/box/mega-projects/hallway", (".synced",)),
    ],
)
def test_f9_a_folder_of_this_computer_alone_is_none(disk: str, path: str, marks: tuple[str, ...]) -> None:
    assert judge(disk, path.split("/"), marks) is None
