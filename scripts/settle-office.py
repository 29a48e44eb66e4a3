"""Lets LibreOffice accept, or reject, all changes of Word files and write what is left as plain text; python3-uno.

Usage: settle-office.py <pipe name> <list of jobs, JSON>; a job is {"file", "verdict": "accept" | "reject", "text"}.
"""
import json
import sys
import time
import uno
from com.sun.star.beans import PropertyValue


def value(name, of):
    out = PropertyValue()
    out.Name, out.Value = name, of
    return out


local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
url = f"uno:pipe,name={sys.argv[1]};urp;StarOffice.ComponentContext"
context = None
for _ in range(120):
    try:
        context = resolver.resolve(url)
        break
    except Exception:  # the office is not up yet
        time.sleep(0.5)
if context is None:
    sys.exit("LibreOffice did not start")
make = context.ServiceManager.createInstanceWithContext
desktop = make("com.sun.star.frame.Desktop", context)
dispatcher = make("com.sun.star.frame.DispatchHelper", context)
for job in json.load(open(sys.argv[2])):
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["file"]), "_blank", 0, (value("Hidden", True),))
    frame = document.getCurrentController().getFrame()
    command = "Accept" if job["verdict"] == "accept" else "Reject"
    dispatcher.executeDispatch(frame, f".uno:{command}AllTrackedChanges", "", 0, ())
    left = 0
    changes = document.getRedlines().createEnumeration()
    while changes.hasMoreElements():
        changes.nextElement()
        left += 1
    if left:
        print(f"{left} changes are left in {job['file']} after {command}", flush=True)
    document.storeToURL(
        uno.systemPathToFileUrl(job["text"]),
        (value("FilterName", "Text (encoded)"), value("FilterOptions", "UTF8,LF,,,")),
    )
    document.close(True)
try:
    desktop.terminate()
except Exception:  # it is gone before it can say so
    pass
