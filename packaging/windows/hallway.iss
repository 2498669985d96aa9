; Installs a built Hallway on Windows, for one user and without an administrator. For Inno Setup 6.3 or newer:
;   iscc /DVersion=VERSION packaging\windows\hallway.iss
; It was written from the documents of Inno Setup and has not been run yet.

#ifndef Version
  #error Say which version: /DVersion=...
#endif

[Setup]
AppId={{0C1F7F1E-5E0B-4C55-9B8B-7A5F4F6C2A31}
AppName=Hallway
AppVersion={#Version}
AppPublisher=The Hallway authors
DefaultDirName={autopf}\Hallway
DefaultGroupName=Hallway
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible arm64
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=hallway-{#Version}-setup
SetupIconFile=..\..\build\package\icons\hallway.ico
UninstallDisplayIcon={app}\hallwayw.exe
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
; A Hallway that is open is asked to close, and keeps what is being written.
CloseApplications=yes
ChangesAssociations=yes

[Files]
Source: "..\..\dist\hallway\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; What an older version brought and this one does not.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\Hallway"; Filename: "{app}\hallwayw.exe"; AppUserModelID: "hallway"

[Registry]
; Offered under "Open with", and never made the default.
Root: HKA; Subkey: "Software\Classes\Hallway.File"; ValueType: string; ValueData: "Address card or calendar"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Hallway.File\DefaultIcon"; ValueType: string; ValueData: "{app}\hallwayw.exe,0"
Root: HKA; Subkey: "Software\Classes\Hallway.File\shell\open\command"; ValueType: string; ValueData: """{app}\hallwayw.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.vcf\OpenWithProgids"; ValueType: string; ValueName: "Hallway.File"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.ics\OpenWithProgids"; ValueType: string; ValueName: "Hallway.File"; ValueData: ""; Flags: uninsdeletevalue
; Links in calendar entries that lead back to a person.
Root: HKA; Subkey: "Software\Classes\hallway"; ValueType: string; ValueData: "URL:Hallway"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\hallway"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\hallway\shell\open\command"; ValueType: string; ValueData: """{app}\hallwayw.exe"" ""%1"""

[Run]
Filename: "{app}\hallwayw.exe"; Description: "Open Hallway"; Flags: nowait postinstall skipifsilent

; Taking Hallway away leaves the record where it is, in %LOCALAPPDATA%\hallway, and its copies beside it.
