"""Judges allowlists a second time, with Python's own ipaddress.

Reads one case a line from standard input: the entries as they were written, an address, and what the engine says about
them. Prints the first cases in which Python says something else, then how many cases there were; ends with 1 if any differed.
"""

import ipaddress
import json
import sys

SHOWN = 5


def unmapped(address):
    """An IPv4-mapped IPv6 address is its IPv4 address."""
    return getattr(address, "ipv4_mapped", None) or address


def networks(text):
    """What one entry means: an address, a block or a range."""
    if "-" in text:
        first, last = (unmapped(ipaddress.ip_address(end)) for end in text.split("-"))
        return list(ipaddress.summarize_address_range(first, last))
    network = ipaddress.ip_network(text)
    mapped = getattr(network.network_address, "ipv4_mapped", None)
    if mapped is not None and network.prefixlen >= 96:
        network = ipaddress.ip_network((mapped, network.prefixlen - 96))
    return [network]


def written(network):
    """As the platform has it: a block of one is an address."""
    return str(network.network_address if network.num_addresses == 1 else network)


def judged(case):
    """What Python says about a case."""
    found = [network for text in case["entries"] for network in networks(text)]
    address = unmapped(ipaddress.ip_address(case["address"]))
    collapsed = []
    for version in (4, 6):
        collapsed += ipaddress.collapse_addresses(network for network in found if network.version == version)
    counts = {4: 0, 6: 0}
    for network in collapsed:
        counts[network.version] += network.num_addresses
    return {
        "allowed": any(address in network for network in found),
        "v4": str(counts[4]),
        "v6": str(counts[6]),
        "collapsed": [written(network) for network in collapsed],
    }


def main():
    count = different = 0
    for line in sys.stdin:
        case = json.loads(line)
        count += 1
        python = judged(case)
        engine = {name: case[name] for name in python}
        if python != engine:
            different += 1
            if different <= SHOWN:
                print(f"{case['entries']} and {case['address']}:\n  engine {engine}\n  python {python}")
    print(f"{count} cases")
    sys.exit(1 if different else 0)


main()
