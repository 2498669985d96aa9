"""Whether a folder is one that other computers or other programs write to, judged by its disk, its path and its marks.

A database is safe where one program writes to it. A synchronising service copies a file while it is written, and a
network disk may say that something is written which is not: both have cost people their data.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What else has a hand in the folder."""

    NETWORK = "network"
    SYNCED = "synced"


class Shared(NamedTuple):
    """Kind, and the name of the service or of the kind of disk."""

    kind: Kind
    name: str


DISKS = {
    "nfs": "NFS", "nfs4": "NFS", "cifs": "SMB", "smb": "SMB", "smb2": "SMB", "smb3": "SMB", "smbfs": "SMB",
    "afpfs": "AFP", "afs": "AFS", "ncpfs": "NCP", "9p": "9P", "webdav": "WebDAV", "davfs": "WebDAV", "ceph": "Ceph",
    "glusterfs": "Gluster", "fuse.sshfs": "SSH", "fuse.davfs2": "WebDAV", "fuse.davfs": "WebDAV",
    "fuse.rclone": "rclone",
    "fuse.gvfsd-fuse": "GVfs", "fuse.glusterfs": "Gluster", "fuse.google-drive-ocamlfuse": "Google Drive",
    "fuse.onedriver": "OneDrive", "fuse.s3fs": "S3", "fuse.curlftpfs": "FTP", "vboxsf": "VirtualBox",
    "prl_fs": "Parallels", "fuse.vmhgfs-fuse": "VMware",
}  # fmt: skip
"""File systems whose disk is in another computer, as the system names them."""

FOLDERS = {
    "dropbox": "Dropbox", "onedrive": "OneDrive", "google drive": "Google Drive", "googledrive": "Google Drive",
    "my drive": "Google Drive", "nextcloud": "Nextcloud", "owncloud": "ownCloud", "seafile": "Seafile",
    "icloud drive": "iCloud", "iclouddrive": "iCloud", "mobile documents": "iCloud", "com~apple~clouddocs": "iCloud",
    "cloudstorage": "a cloud service", "box sync": "Box", "pcloud drive": "pCloud", "pclouddrive": "pCloud",
    "megasync": "MEGA", "mega": "MEGA", "syncthing": "Syncthing", "tresorit": "Tresorit",
    "resilio sync": "Resilio Sync",
    "proton drive": "Proton Drive", "switchdrive": "SWITCHdrive", "sciebo": "sciebo", "spideroak hive": "SpiderOak",
}  # fmt: skip
"""How services call their folder, in small letters; also with an account behind it ("OneDrive - Ostra University")."""

MARKS = {
    ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".stfolder": "Syncthing", ".stignore": "Syncthing",
    ".stversions": "Syncthing", ".owncloudsync.log": "ownCloud", ".nextcloudsync.log": "Nextcloud",
    ".sync_journal.db": "ownCloud", ".seafile-data": "Seafile", ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
    ".tmp.driveupload": "Google Drive", ".tmp.drivedownload": "Google Drive", ".megaignore": "MEGA",
    ".debris": "MEGA", ".sync": "Resilio Sync", ".unison": "Unison", ".icloud": "iCloud",
}  # fmt: skip
"""Files and folders that services leave in the uppermost folder they keep, in small letters."""

STARTS = {
    ".sync_": "Nextcloud", "._sync_": "Nextcloud", ".owncloudsync": "ownCloud", ".nextcloudsync": "Nextcloud",
}  # fmt: skip


def judge(disk: str, folders: Sequence[str], marks: Collection[str]) -> Shared | None:
    """What else writes there; None for a folder of this computer alone.

    `disk` is the file system as the system names it, `folders` the names of all folders of the path, `marks` the names
    of what lies in any of them and is hidden.
    """
    system = disk.casefold()
    if system in DISKS:
        return Shared(Kind.NETWORK, DISKS[system])
    name = _by_folder(folders) or _by_mark(marks)
    return Shared(Kind.SYNCED, name) if name else None


def _by_folder(folders: Sequence[str]) -> str:
    for folder in folders:
        told = folder.casefold().strip()
        for word in (told, told.split(" - ")[0], told.split(" (")[0], told.removesuffix("-personal")):
            if word in FOLDERS:
                return FOLDERS[word]
    return ""


def _by_mark(marks: Collection[str]) -> str:
    for mark in sorted(marks):
        told = mark.casefold()
        if told in MARKS:
            return MARKS[told]
        for start, name in STARTS.items():
            if told.startswith(start):
                return name
    return ""
