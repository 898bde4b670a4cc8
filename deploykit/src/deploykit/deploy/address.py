"""Where the app is found."""

import json
import os
import socket

from deploykit.command import run
from deploykit.deploy.cluster import Cluster
from deploykit.deploy.contexts import Kind
from deploykit.deploy.snapshot import Object
from deploykit.errors import DeployError


def tell(cluster: Cluster, service: str) -> list[str]:
    """Lines that say it: the address where this machine reaches it now, and the way that works everywhere."""
    found = cluster.get("service", service)
    if not found:
        raise DeployError(
            f"The chart made no Service {service}, whose address should be told. Correct `address` in deploykit.toml."
        )
    port = found["spec"]["ports"][0]
    said = [f"It is open at {url}" for url in _reached(cluster, found, port)]
    context = f"--context {cluster.context.name} --namespace {cluster.namespace}"
    local = port["port"] if port["port"] >= 1024 else 8080
    forward = f"kubectl {context} port-forward service/{service} {local}:{port['port']}"
    return [*said, f"From this machine, as long as it runs: {forward}", f"  and open http://localhost:{local}"]


def _reached(cluster: Cluster, service: Object, port: Object) -> list[str]:
    balancers = (service.get("status", {}).get("loadBalancer") or {}).get("ingress") or ()
    places = [(each.get("ip") or each.get("hostname"), port["port"]) for each in balancers]
    if node_port := port.get("nodePort"):
        places += [(address, node_port) for address in _node_addresses(cluster)]
    return next(([f"http://{host}:{number}"] for host, number in places if _answers(host, number)), [])


def _node_addresses(cluster: Cluster) -> list[str]:
    if given := os.environ.get("NODE_ADDRESS"):
        return [given]
    if cluster.context.kind is Kind.MINIKUBE:
        return [run(["minikube", "--profile", cluster.context.cluster, "ip"]).strip()]
    nodes = json.loads(cluster.kubectl("get", "nodes", "--output", "json"))["items"]
    return [
        each["address"] for node in nodes[:3] for each in node["status"]["addresses"] if each["type"].endswith("IP")
    ]


def _answers(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True
