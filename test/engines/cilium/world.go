package main

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/netip"

	"github.com/cilium/cilium/pkg/identity"
	ciliumv2 "github.com/cilium/cilium/pkg/k8s/apis/cilium.io/v2"
	k8sutils "github.com/cilium/cilium/pkg/k8s/utils"
	"github.com/cilium/cilium/pkg/labels"
	"github.com/cilium/cilium/pkg/option"
	"github.com/cilium/cilium/pkg/policy"
	"github.com/cilium/cilium/pkg/policy/api"
	"github.com/cilium/cilium/pkg/spanstat"
	"github.com/cilium/cilium/pkg/types"
	"github.com/cilium/cilium/pkg/u8proto"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

const cluster = "default"

// networkWorld is pods, what isolates them, and connections that are asked about.
type networkWorld struct {
	// CiliumNetworkPolicies and CiliumClusterwideNetworkPolicies.
	Policies    []json.RawMessage   `json:"policies"`
	Namespaces  []*corev1.Namespace `json:"namespaces"`
	Pods        []*corev1.Pod       `json:"pods"`
	Connections []connection        `json:"connections"`
}

// connection is asked about at one of its ends: a pod.
type connection struct {
	IsIngress bool `json:"isIngress"`
	Pod       int  `json:"pod"`
	// The other end: a pod, or an address outside the cluster.
	PeerPod  *int       `json:"peerPod"`
	Address  netip.Addr `json:"address"`
	Protocol string     `json:"protocol"`
	Port     uint16     `json:"port"`
}

func init() {
	// Addresses of both families have labels of their own then.
	option.Config.EnableIPv4, option.Config.EnableIPv6 = true, true
	policy.SetPolicyEnabled(option.DefaultEnforcement)
	api.InitEntities(cluster)
}

// allowed says of each connection whether it is let through at the pod that is asked about. Policies that the agent would
// refuse have no effect, as on a cluster.
func (w *networkWorld) allowed() ([]bool, error) {
	identities, pods, others := w.identities()
	repository := policy.NewPolicyRepository(slog.Default(), identities, nil, nil, nil, noMetrics{})
	for _, raw := range w.Policies {
		rules, err := rulesOf(raw)
		if err != nil {
			continue
		}
		repository.MustAddList(rules)
	}
	answers := []bool{}
	for _, c := range w.Connections {
		peer := others[c.Address]
		if c.PeerPod != nil {
			peer = pods[*c.PeerPod]
		}
		isAllowed, err := w.verdict(repository, c, pods[c.Pod], peer)
		if err != nil {
			return nil, err
		}
		answers = append(answers, isAllowed)
	}
	return answers, nil
}

// verdict does one half of policy.LookupFlow: it asks the policy of one end only.
func (w *networkWorld) verdict(
	repository *policy.Repository, c connection, subject, peer *identity.Identity,
) (bool, error) {
	protocol, err := u8proto.ParseProtocol(c.Protocol)
	if err != nil {
		return false, err
	}
	resolved, _, err := repository.GetSelectorPolicy(subject, 0, &noStatistics{}, uint64(subject.ID))
	if err != nil {
		return false, err
	}
	owner := &policy.EndpointInfo{ID: uint64(subject.ID)}
	owner.TCPNamedPorts, owner.UDPNamedPorts = namedPorts(w.Pods[c.Pod])
	distilled := resolved.DistillPolicy(slog.Default(), owner, nil)
	distilled.Ready()
	distilled.Detach(slog.Default())
	key := policy.EgressKey()
	if c.IsIngress {
		key = policy.IngressKey()
	}
	entry, _, _ := distilled.Lookup(key.WithIdentity(peer.ID).WithPortProto(protocol, c.Port))
	return !entry.IsDeny(), nil
}

// rulesOf reads a policy as the agent does.
func rulesOf(raw json.RawMessage) (api.Rules, error) {
	var kind metav1.TypeMeta
	if err := json.Unmarshal(raw, &kind); err != nil {
		return nil, err
	}
	if kind.Kind == "CiliumClusterwideNetworkPolicy" {
		var written ciliumv2.CiliumClusterwideNetworkPolicy
		if err := json.Unmarshal(raw, &written); err != nil {
			return nil, err
		}
		return written.Parse(slog.Default(), cluster)
	}
	var written ciliumv2.CiliumNetworkPolicy
	if err := json.Unmarshal(raw, &written); err != nil {
		return nil, err
	}
	return written.Parse(slog.Default(), cluster)
}

// identities are those of the pods, in their order, and those of the addresses that are asked about.
func (w *networkWorld) identities() (identity.IdentityMap, []*identity.Identity, map[netip.Addr]*identity.Identity) {
	all := identity.IdentityMap{}
	pods := []*identity.Identity{}
	for i, pod := range w.Pods {
		given := k8sutils.SanitizePodLabels(pod.Labels, w.namespace(pod.Namespace), pod.Spec.ServiceAccountName, cluster)
		made := identity.NewIdentity(identity.NumericIdentity(1000+i), labels.Map2Labels(given, labels.LabelSourceK8s))
		all[made.ID] = made.LabelArray
		pods = append(pods, made)
	}
	others := map[netip.Addr]*identity.Identity{}
	for _, c := range w.Connections {
		if c.PeerPod != nil || others[c.Address] != nil {
			continue
		}
		id := identity.IdentityScopeLocal | identity.NumericIdentity(1+len(others))
		made := identity.NewIdentity(id, labels.GetCIDRLabels(netip.PrefixFrom(c.Address, c.Address.BitLen())))
		all[made.ID] = made.LabelArray
		others[c.Address] = made
	}
	return all, pods, others
}

func (w *networkWorld) namespace(name string) *corev1.Namespace {
	for _, namespace := range w.Namespaces {
		if namespace.Name == name {
			return namespace
		}
	}
	panic(fmt.Sprintf("there is no namespace %s", name))
}

// namedPorts are the ports of a pod by their names, as Endpoint.SetK8sMetadata collects them.
func namedPorts(pod *corev1.Pod) (tcp, udp map[string]uint16) {
	all := types.NamedPortMap{}
	for _, container := range pod.Spec.Containers {
		for _, port := range container.Ports {
			if port.Name != "" {
				// A port that cannot be added is left out, as there.
				_ = all.AddPort(port.Name, int(port.ContainerPort), string(port.Protocol))
			}
		}
	}
	tcp, udp = map[string]uint16{}, map[string]uint16{}
	for name := range all {
		for protocol, ports := range map[u8proto.U8proto]map[string]uint16{u8proto.TCP: tcp, u8proto.UDP: udp} {
			if number, err := all.GetNamedPort(name, protocol); err == nil {
				ports[name] = number
			}
		}
	}
	return tcp, udp
}

// noMetrics counts nothing.
type noMetrics struct{}

func (noMetrics) AddRule(api.Rule) {}
func (noMetrics) DelRule(api.Rule) {}

// noStatistics are read by nobody.
type noStatistics struct{ waiting, calculating spanstat.SpanStat }

func (s *noStatistics) WaitingForPolicyRepository() *spanstat.SpanStat { return &s.waiting }
func (s *noStatistics) SelectorPolicyCalculation() *spanstat.SpanStat  { return &s.calculating }
