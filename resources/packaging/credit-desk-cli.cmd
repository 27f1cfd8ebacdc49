@echo off
rem The command line of the program beside this file. The window program is named, so cmd waits and passes its exit code on.
"%~dp0credit-desk.exe" --cli %*
exit /b %ERRORLEVEL%
